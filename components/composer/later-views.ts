// What the composer's first paint does not show, in one file that is loaded after it.
import { Fit } from './Fit.tsx';
import { Outcome } from './Outcome.tsx';
import { Pending } from './Pending.tsx';
import { ShareCount } from './ShareCount.tsx';

export const laterViews = { Fit, Outcome, Pending, ShareCount };
