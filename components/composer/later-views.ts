// What the composer's first paint does not show, in one file that is loaded after it.

import { Attached } from './attachment/Attached.tsx';
import { CardPreview } from './attachment/CardPreview.tsx';
import { ShareCount } from './attachment/ShareCount.tsx';
import { Outcome } from './outcome/Outcome.tsx';
import { Pending } from './outcome/Pending.tsx';
import { Fit } from './text/Fit.tsx';

export const laterViews = { Attached, CardPreview, Fit, Outcome, Pending, ShareCount };
