// What is drawn only when somebody asks for it, or is rarely there, in one file of its own.

import { PicturePanel } from './attachment/PicturePanel.tsx';
import { PictureStrip } from './attachment/PictureStrip.tsx';
import { PreviewDialog } from './attachment/PreviewDialog.tsx';
import { ShareCount } from './attachment/ShareCount.tsx';
import { Video } from './attachment/Video.tsx';
import { ChannelList } from './channels/ChannelList.tsx';
import { WaitingList } from './draft/WaitingList.tsx';
import { Duplicates } from './notices/Duplicates.tsx';
import { Quota } from './notices/Quota.tsx';
import { Head, Outcome } from './outcome/Outcome.tsx';
import { PendingList } from './outcome/PendingList.tsx';
import { PastedOffer } from './text/PastedOffer.tsx';

export const askedViews = {
  ChannelList,
  Duplicates,
  Head,
  Outcome,
  PastedOffer,
  PendingList,
  PicturePanel,
  PictureStrip,
  PreviewDialog,
  Quota,
  ShareCount,
  Video,
  WaitingList,
};
