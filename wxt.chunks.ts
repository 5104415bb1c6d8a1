// Which modules of the build lie in one file: few files for the popup's first paint, and nothing in the package twice.
import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

const POPUP = ['popup/index.html'];
const PAGES = ['queue/index.html', 'options/index.html', 'welcome/index.html'];
const BACKGROUND = ['background/index.ts'];
const COMPOSER = `${import.meta.dirname}/components/composer`;

/** These modules, what they import, what that imports, and so on. */
function withImports(modules: Iterable<string>, graph: Graph): Set<string> {
  const loaded = new Set(modules);
  // A set also gives what is added to it on the way.
  for (const id of loaded)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) loaded.add(imported);
  return loaded;
}

/** Everything that these entry points load before they run. */
function loadedBy(entrypoints: string[], graph: Graph): Set<string> {
  const files = entrypoints.map((path) => `${import.meta.dirname}/entrypoints/${path}`);
  // WXT puts a module of its own ahead of the background.
  return withImports(
    files.flatMap((file) => [file, ...(graph.getModuleInfo(file)?.importers ?? [])]),
    graph,
  );
}

function reachIn(graph: Graph) {
  return {
    popup: loadedBy(POPUP, graph),
    // What every composer loads soon after its first paint, and once it has come to rest.
    late: withImports([`${COMPOSER}/later.ts`], graph),
    asked: withImports([`${COMPOSER}/asked-views.ts`], graph),
    pages: loadedBy(PAGES, graph),
    background: loadedBy(BACKGROUND, graph),
  };
}

/**
 * Gives what names the file of each module that is needed in several places.
 * Of the first paint: `base`, what the background needs too; `ui`, what the other pages draw with, too; `composer`, what
 * only the popup and the side panel draw. Of what is loaded after it: `store`, what the background needs, and the other
 * pages as well (what these two need and no composer does is `checks`); `capture`, what the background needs; `time`, what the other pages need; `views`, what only composers
 * do. And `entries`, what both other pages and a composer that has come to rest need.
 */
function fileOf(): Rolldown.CodeSplittingNameFunction {
  let reached: ReturnType<typeof reachIn> | undefined;
  return (id, graph) => {
    reached ??= reachIn(graph);
    const { popup, late, asked, pages, background } = reached;
    if (popup.has(id) && background.has(id)) return 'base';
    if (popup.has(id) && pages.has(id)) return 'ui';
    // The side panel draws the same.
    if (popup.has(id) && !id.includes('/entrypoints/')) return 'composer';
    if (pages.has(id) && background.has(id)) return late.has(id) || asked.has(id) ? 'store' : 'checks';
    if (late.has(id) && pages.has(id)) return 'time';
    if (asked.has(id) && pages.has(id)) return 'entries';
    if (late.has(id)) return background.has(id) ? 'capture' : 'views';
    return null;
  };
}

/** For one build. Each file only imports from those above it, so that none needs to take what another one holds. */
export const chunks = (): Rolldown.CodeSplittingOptions => ({
  includeDependenciesRecursively: false,
  groups: [{ name: fileOf() }],
});

const FIRST_PAINT = ['base', 'ui', 'composer'];

/**
 * Of the files of the first paint nearly every function runs at once: V8 compiles these while it reads the file, beside
 * the page's own thread, and not one by one when each is called (https://v8.dev/blog/explicit-compile-hints). For what
 * comes later that costs more memory than it saves time.
 */
export const COMPILE_HINTS = {
  name: 'compile-hints',
  generateBundle: {
    order: 'post' as const,
    handler(_: unknown, bundle: Rolldown.OutputBundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && FIRST_PAINT.includes(file.name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};
