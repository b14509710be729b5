// Property tests draw the same cases in every run, so that a red build is a change's own; FC_SEED=<number> draws others.
const { configureGlobal } = require('fast-check')

configureGlobal({ seed: Number(process.env.FC_SEED ?? 20241104) })
