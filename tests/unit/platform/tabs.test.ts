// How a tab is read: in one round, without what may not be taken, and again once it is complete.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../../../lib/capture/capture.ts';
import { readPage } from '../../../lib/capture/page.ts';
import { readSelection } from '../../../lib/capture/quote/read-selection.ts';
import type { SelectionReading } from '../../../lib/capture/quote/selection.ts';
import { withQuoteLink } from '../../../lib/capture/quote/text-fragment.ts';
import { readClicked } from '../../../lib/capture/read-clicked.ts';
import { captureHandoff } from '../../../lib/platform/clicks.ts';
import { captureTab, captureWhenComplete } from '../../../lib/platform/tabs.ts';
import { reading } from '../capture/reading.ts';

vi.mock('../../../lib/platform/build.ts', () => ({ SANDBOX_ORIGIN: null }));

const URL = 'https://a.de/story';
const SECRET: SelectionReading = { text: '', secret: true, passage: null };
type Answers = Map<unknown, unknown>;

let answers: Answers;
let asked: { func: unknown; frameIds: number[] | undefined }[];

beforeEach(() => {
  fakeBrowser.reset();
  answers = new Map([[readPage, reading({ url: URL, title: 'The story' })]]);
  asked = [];
  const executeScript = async ({ func, target }: { func: unknown; target: { frameIds?: number[] } }) => {
    asked.push({ func, frameIds: target.frameIds });
    const answer = await (answers.get(func) ?? null);
    if (answer instanceof Error) throw answer;
    return [{ frameId: 0, documentId: '', result: answer }];
  };
  Object.assign(browser, { scripting: { executeScript: vi.fn(executeScript) } });
});

describe('captureTab', () => {
  const tab = { id: 1, url: URL, title: 'Tab' };

  it('asks for page and selection in one round', async () => {
    const capture = await captureTab(tab, withQuoteLink);
    expect(asked.map(({ func }) => func)).toEqual([readPage, readSelection]);
    expect(capture).toMatchObject({
      kind: 'page',
      quote: null,
      titles: [{ value: 'The story' }, { value: 'Tab' }],
    });
  });

  it('has a link to the words that are selected', async () => {
    const passage = { blocks: ['some words'], from: { block: 0, at: 5 }, to: { block: 0, at: 10 } };
    answers.set(readSelection, { text: 'words', secret: false, passage });
    expect(await captureTab(tab, withQuoteLink)).toMatchObject({
      kind: 'selection',
      quote: 'words',
      links: [{ value: `${URL}#:~:text=words`, source: 'selection' }, { value: URL }],
    });
  });

  it.each([
    ['a secret', SECRET],
    ['not known', new Error('Frame was removed')],
  ])('takes no words where the selection is %s', async (_, selection) => {
    answers.set(readSelection, selection);
    expect(await captureTab(tab, withQuoteLink)).toMatchObject({ kind: 'page', quote: null });
  });

  it('asks nothing of a page’s source, which would never answer', async () => {
    expect(await captureTab({ ...tab, url: `view-source:${URL}` }, withQuoteLink)).toMatchObject({
      links: [{ value: URL }],
    });
    expect(asked).toEqual([]);
  });
});

describe('captureHandoff', () => {
  const tab = { id: 1, url: URL, title: 'Tab' };
  const selected = { itemId: 'selection', pageUrl: URL, selectionText: 'As the menu says' } as const;

  it('asks the frame of the click what was clicked', async () => {
    answers.set(readClicked, { title: 'The other', picture: null });
    const click = { itemId: 'link', pageUrl: URL, linkUrl: 'https://b.de/', frameId: 7 } as const;
    expect(await captureHandoff({ click, tab }, withQuoteLink)).toMatchObject({
      titles: [{ value: 'The other', source: 'clicked' }],
    });
    expect(asked).toContainEqual({ func: readClicked, frameIds: [7] });
  });

  it.each<[string, SelectionReading | Error | null, boolean, string | null]>([
    ['of a frame that cannot be read', new Error('No access'), false, 'As the menu says'],
    ['of a field in a frame that cannot be read', new Error('No access'), true, null],
    ['of a field that cannot be seen', null, true, null],
    ['of a field for secrets', SECRET, false, null],
    ['of a field', { text: 'As the menu says', secret: false, passage: null }, true, 'As the menu says'],
  ])('takes the menu’s words, %s', async (_, selection, editable, quote) => {
    answers.set(readSelection, selection);
    expect(
      await captureHandoff({ click: { ...selected, frameId: 7, editable }, tab }, withQuoteLink),
    ).toMatchObject({
      quote,
    });
  });
});

describe('a page that never answers', () => {
  it('is waited for one second, and no longer', async () => {
    vi.useFakeTimers();
    answers.set(readPage, new Promise(() => undefined));
    let capture: Capture | null = null;
    void captureTab({ id: 1, url: URL, title: 'Tab' }, withQuoteLink).then((given) => {
      capture = given;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(capture).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(capture).toMatchObject({ less: 'hung', titles: [{ value: 'Tab' }] });
    vi.useRealTimers();
  });
});

describe('captureWhenComplete', () => {
  async function loadingTab(status: 'loading' | 'complete') {
    const { id } = await browser.tabs.create({ url: URL });
    const get = vi.spyOn(browser.tabs, 'get');
    get.mockImplementation(async () => ({ id, url: URL, title: 'Tab', status }) as never);
    return { id: id as number, url: URL, title: '' };
  }

  it('reads a tab again once it is complete', async () => {
    const tab = await loadingTab('loading');
    const again = captureWhenComplete(tab, withQuoteLink);
    await vi.waitFor(() => expect(browser.tabs.get).toHaveBeenCalled());
    await fakeBrowser.tabs.onUpdated.trigger(tab.id + 1, { status: 'complete' }, {} as never);
    await fakeBrowser.tabs.onUpdated.trigger(tab.id, { title: 'New' }, {} as never);
    expect(asked).toEqual([]);
    await fakeBrowser.tabs.onUpdated.trigger(tab.id, { status: 'complete' }, {} as never);
    expect(await again).toMatchObject({ titles: [{ value: 'The story' }, { value: 'Tab' }] });
    expect(fakeBrowser.tabs.onUpdated.hasListeners()).toBe(false);
  });

  it('reads one at once that is complete by now', async () => {
    expect(await captureWhenComplete(await loadingTab('complete'), withQuoteLink)).toMatchObject({
      less: null,
    });
  });

  it('gives nothing when the tab is closed before', async () => {
    const tab = await loadingTab('loading');
    const again = captureWhenComplete(tab, withQuoteLink);
    await fakeBrowser.tabs.onRemoved.trigger(tab.id, { windowId: 1, isWindowClosing: false });
    expect(await again).toBeNull();
  });
});
