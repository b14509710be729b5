const NAME = 'compile-at-once'
const HINT = '//# allFunctionsCalledOnLoad\n'

const scriptsOfStart = (compilation) => [...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles()).filter((file) => file.endsWith('.js'))

/**
 * Chromium compiles a script that begins with this line as a whole while it is on its way, beside the page's own thread, instead of function by function when
 * the page waits for them; other browsers read a comment. It stands behind the minifier, which would leave it out.
 */
module.exports = class CompileAtOncePlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 }, () => {
        for (const file of scriptsOfStart(compilation)) compilation.updateAsset(file, (script) => new sources.ConcatSource(HINT, script))
      })
    })
  }
}
