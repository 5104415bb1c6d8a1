// What stands open below the pictures: the words of one of them, or the field for one more.
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AddAddress } from './AddAddress.tsx';
import { AltPanel } from './AltPanel.tsx';
import { focusOn } from './panel-keys.ts';
import type { Pictures } from './pictures.model.ts';

interface Props {
  composer: Composer;
  pictures: Pictures;
}

/** One more; the focus goes back to where it was asked for, unless its words are asked for next. */
function Adding({ pictures }: Pick<Props, 'pictures'>) {
  const add = (address: string) => {
    const why = pictures.add(address);
    if (!why && !pictures.opened.value) focusOn('.add-picture');
    return why;
  };
  const close = () => {
    pictures.opened.value = null;
    focusOn('.add-picture');
  };
  return <AddAddress name={t('picture.add')} title={t('picture.address')} add={add} close={close} />;
}

export function PicturePanel({ composer, pictures }: Props) {
  const { open } = pictures;
  if (open === 'add') return <Adding pictures={pictures} />;
  return open && <AltPanel key={open.url} composer={composer} pictures={pictures} url={open.url} />;
}
