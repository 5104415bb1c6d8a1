// The composer's outside, loaded after the first paint: storage, polyfill and parsing are half of the popup's script,
// and nothing that is drawn first needs them.
import type { ComposerPorts } from './composer.ports.ts';
import { later } from './later-file.ts';
import type { Place } from './PopupHeader.tsx';

/** Ports that wait for the real ones, which begin to load with the first call. */
export function laterPorts(place: Place): ComposerPorts {
  const real = async () => (await later()).ports;
  return {
    rules: async () => (await later()).Rules,
    load: async () => (await real()).load(),
    watch: (changed) => void real().then((ports) => ports.watch(changed)),
    capture: async (handoff) => (await real()).capture(handoff),
    watchHandoff: (handed) => void real().then((ports) => ports.watchHandoff(handed)),
    // A popup closes when another page is looked at.
    watchTab: (seen) => void (place === 'panel' && real().then((ports) => ports.watchTab(seen))),
    panelKey: async () => (await real()).panelKey(),
    captureWhenComplete: async () => (await real()).captureWhenComplete(),
    loadDraft: async (key) => (await real()).loadDraft(key),
    saveDraft: async (...draft) => (await real()).saveDraft(...draft),
    kept: {
      load: async () => (await real()).kept.load(),
      watch: (changed) => void real().then((ports) => ports.kept.watch(changed)),
    },
    saveChoice: async (choice) => (await real()).saveChoice(choice),
    rememberSite: async (site) => (await real()).rememberSite(site),
    knownPosts: async () => (await real()).knownPosts(),
    rememberLink: async (address, source) => (await real()).rememberLink(address, source),
    send: async (command) => (await real()).send(command),
    openPanel: async (handoff) => (await real()).openPanel(handoff),
    openSettings: async () => (await real()).openSettings(),
    openSignIn: async () => (await real()).openSignIn(),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
  };
}
