// All that every composer needs soon, but not for its first paint: loaded at once, as one.
import { laterViews } from './later-views.ts';
import { popupPorts } from './ports.ts';
import { Rules } from './rules.ts';

export const later = { views: laterViews, ports: popupPorts, Rules };
