// Where the channels would be while nobody is signed in.

import type { Composer } from '@/components/composer/composer.model.ts';
import { signInSentence } from '@/components/connect/sentence.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';

export function SignInCard({ composer }: { composer: Composer }) {
  const expired = composer.connection.value?.status === 'expired';
  return (
    <section class="card sign-in">
      <p>{t(expired ? 'connect.expired' : 'connect.popupLead')}</p>
      <button type="button" class="button primary" onClick={() => void composer.signIn.connect()}>
        {t('connect.button')}
      </button>
      <a href="/welcome.html" target="_blank" rel="noreferrer">
        {t('connect.more')}
      </a>
      {composer.signIn.problem.value && (
        <Notice tone="danger">{signInSentence(composer.signIn.problem.value)}</Notice>
      )}
    </section>
  );
}
