import { accountRecipes } from './account'
import { certificateRecipes } from './certificate'
import { deviceRecipes } from './device'
import { importRecipes } from './import'
import { institutionRecipes } from './institution'
import { personRecipes } from './person'
import { submissionRecipes } from './submission'
import type { Recipes } from './recipe'

/** How every operation is asked: one that is missing here fails the tests of this room. */
export const RECIPES: Recipes = { ...accountRecipes, ...certificateRecipes, ...deviceRecipes, ...importRecipes, ...personRecipes, ...submissionRecipes, ...institutionRecipes }
