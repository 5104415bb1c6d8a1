// Which modules of the build lie in one file: few files for the popup's first paint, and nothing in the package twice.
import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

const POPUP = ['popup/index.html'];
const PAGES = ['queue/index.html', 'options/index.html', 'welcome/index.html'];
const BACKGROUND = ['background/index.ts'];

/** Everything that these entry points load before they run: what they import, what that imports, and so on. */
function loadedBy(entrypoints: string[], graph: Graph): Set<string> {
  const files = entrypoints.map((path) => `${import.meta.dirname}/entrypoints/${path}`);
  // WXT puts a module of its own ahead of the background.
  const loaded = new Set(files.flatMap((file) => [file, ...(graph.getModuleInfo(file)?.importers ?? [])]));
  // A set also gives what is added to it on the way.
  for (const id of loaded)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) loaded.add(imported);
  return loaded;
}

/**
 * Gives what names the file of each module that several entry points share:
 * `base`, what both the popup's first paint and the background need; `ui`, what the popup draws with as the other
 * pages do; `store`, what the background and those pages need, which the popup loads after its first paint.
 */
function fileOf(): Rolldown.CodeSplittingNameFunction {
  let reached: Record<'popup' | 'pages' | 'background', Set<string>> | undefined;
  return (id, graph) => {
    reached ??= {
      popup: loadedBy(POPUP, graph),
      pages: loadedBy(PAGES, graph),
      background: loadedBy(BACKGROUND, graph),
    };
    const [popup, pages, background] = [
      reached.popup.has(id),
      reached.pages.has(id),
      reached.background.has(id),
    ];
    if (popup && background) return 'base';
    if (popup && pages) return 'ui';
    return pages && background ? 'store' : null;
  };
}

/** For one build. */
export const chunks = (): Rolldown.CodeSplittingOptions => ({ groups: [{ name: fileOf() }] });
