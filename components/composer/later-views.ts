// What every draft shows, but for the first paint, in one file that is loaded after it.

import { Attached } from './attachment/Attached.tsx';
import { CardPreview } from './attachment/CardPreview.tsx';
import { AllChannels } from './channels/AllChannels.tsx';
import { NewPage } from './draft/NewPage.tsx';
import { Waiting } from './draft/Waiting.tsx';
import { FieldsView } from './fields/FieldsView.tsx';
import { KeptFocus } from './KeptFocus.tsx';
import { keepClear } from './keep-clear.ts';
import { Notices } from './notices/Notices.tsx';
import { Pending } from './outcome/Pending.tsx';
import { Problems } from './Problems.tsx';
import { Marks } from './text/Marks.tsx';
import { Pasting } from './text/Pasting.tsx';
import { TextBar } from './text/TextBar.tsx';
import { typeInto } from './text/type-into.ts';
import { WhenDetails } from './when/WhenDetails.tsx';

export const laterViews = {
  AllChannels,
  Attached,
  CardPreview,
  FieldsView,
  KeptFocus,
  Marks,
  NewPage,
  Notices,
  Pasting,
  Pending,
  Problems,
  TextBar,
  Waiting,
  WhenDetails,
  keepClear,
  typeInto,
};
