// Where the channels would be while nobody is signed in.

import type { Composer } from '@/components/composer/composer.model.ts';
import { signInSentence } from '@/components/connect/sentence.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';

export function SignInCard({ composer }: { composer: Composer }) {
  const expired = composer.connection.value?.status === 'expired';
  const { isRunning, problem } = composer.signIn;
  return (
    <section class="card sign-in">
      <p>{t(expired ? 'connect.expired' : 'connect.popupLead')}</p>
      <button
        type="button"
        class="button primary"
        aria-disabled={isRunning.value}
        onClick={() => void composer.signIn.connect()}
      >
        {t(isRunning.value ? 'connect.running' : 'connect.button')}
      </button>
      <a href="/welcome.html" target="_blank" rel="noreferrer">
        {t('connect.more')}
      </a>
      <div role="status">
        {problem.value && <Notice tone="danger">{signInSentence(problem.value)}</Notice>}
      </div>
    </section>
  );
}
