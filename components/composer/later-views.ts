// What the composer's first paint does not show, in one file that is loaded after it.

import { ShareCount } from './attachment/ShareCount.tsx';
import { Outcome } from './outcome/Outcome.tsx';
import { Pending } from './outcome/Pending.tsx';
import { Marks } from './text/Marks.tsx';
import { Pasting } from './text/Pasting.tsx';
import { TextBar } from './text/TextBar.tsx';
import { typeInto } from './text/type-into.ts';

export const laterViews = { Marks, Outcome, Pasting, Pending, ShareCount, TextBar, typeInto };
