import { ownAsked, plain, type At, type Recipe, type Recipes } from './recipe'

/** A sheet of one row that can be imported and one that cannot, and a pack of photos. */
const sheet = (place: At) => ({ fileId: place.own('sheet'), sheet: null, columns: { 证号: 'number' }, typeId: `${place.institution}-type-x`, packIds: [place.own('photos')] })
/** The same file, read as devices: its 科室 is none, so that both rows are at fault. */
const devices = (place: At) => ({ fileId: place.own('sheet'), sheet: null, columns: { 证号: 'assetNumber', 姓名: 'name', 唯一码: '', 有效期至: 'department' } })
/** The same, read as people. */
const people = (place: At) => ({ fileId: place.own('sheet'), sheet: null, columns: { 证号: 'staffNumber', 姓名: 'name', 唯一码: '', 有效期至: 'department' } })
/** The same, read as accounts: no role is any. */
const accounts = (place: At) => ({ fileId: place.own('sheet'), sheet: null, columns: { 证号: 'loginName', 姓名: 'name', 唯一码: '', 有效期至: 'role' } })
/** The same, read as dictionaries: a department under one that nobody knows. */
const entries = (place: At) => ({ fileId: place.own('sheet'), sheet: null, columns: { 证号: '', 姓名: 'department', 唯一码: '', 有效期至: 'parent' } })
const owned = (inputs: (place: At) => readonly unknown[], over: Partial<Recipe> = {}): Recipe => ({ ...ownAsked(inputs), ...over })

export const importRecipes: Recipes = {
  'import.unpack': owned((place) => [{ packId: place.own('photos'), from: 0 }]),
  'certificate-import.preview': owned((place) => [sheet(place)]),
  // What a preview said is bound to its digest: a made-up one goes no further.
  'certificate-import.start': owned((place) => [{ ...sheet(place), digest: 'made-up' }], { ends: 'import.changed-meanwhile' }),
  'certificate-import.faulty': owned((place) => [sheet(place)]),
  'certificate-import.template': plain,
  'account-import.preview': owned((place) => [accounts(place)]),
  'account-import.start': owned((place) => [{ ...accounts(place), digest: 'made-up' }], { ends: 'import.changed-meanwhile' }),
  'account-import.faulty': owned((place) => [accounts(place)]),
  'account-import.template': plain,
  // Its maker is told that his job made no accounts; to others it is not there.
  'account-import.codes': owned((place) => [{ jobId: place.own('imported') }], { ends: 'account-import.nobody-waits' }),
  'device-import.preview': owned((place) => [devices(place)]),
  'device-import.start': owned((place) => [{ ...devices(place), digest: 'made-up' }], { ends: 'import.changed-meanwhile' }),
  'device-import.faulty': owned((place) => [devices(place)]),
  'device-import.template': plain,
  'dictionary-import.preview': owned((place) => [entries(place)]),
  'dictionary-import.start': owned((place) => [{ ...entries(place), digest: 'made-up' }], { ends: 'import.changed-meanwhile' }),
  'dictionary-import.faulty': owned((place) => [entries(place)]),
  'dictionary-import.template': plain,
  'person-import.preview': owned((place) => [people(place)]),
  'person-import.start': owned((place) => [{ ...people(place), digest: 'made-up' }], { ends: 'import.changed-meanwhile' }),
  'person-import.faulty': owned((place) => [people(place)]),
  'person-import.template': plain,
}
