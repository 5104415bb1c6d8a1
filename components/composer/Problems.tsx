// What stands in the way of this post, and what the person should know before it goes.
import { Notice } from '@/components/ui/Notice.tsx';
import type { Problem } from '@/lib/drafts/problem.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { FIELD_KINDS, fieldSentence } from './fields/words.ts';
import { ListLink } from './ListLink.tsx';

function sentence(problem: Problem, name: string): string {
  const ofField = fieldSentence(problem);
  if (ofField) return t('problem.ofField', [name, ofField]);
  switch (problem.kind) {
    case 'too-long':
      return t('problem.tooLong', problem.over ?? 1, [name, String(problem.over ?? 1)]);
    case 'needs-picture':
      return t('problem.needsPicture', [name]);
    case 'needs-board':
      return t('problem.needsBoard', [name]);
    case 'needs-video':
      return t('problem.needsVideo', [name]);
    case 'no-video':
      return t('problem.noVideo', [name]);
    case 'long-comment':
      return t('problem.longComment', problem.over ?? 1, [name, String(problem.over ?? 1)]);
    case 'disconnected':
      return t('problem.disconnected', [name]);
    case 'paused':
      return t('problem.paused', [name]);
    case 'locked':
      return t('problem.locked', [name]);
    case 'no-channel':
      return t('problem.noChannel');
    case 'empty':
      return problem.channelId ? t('problem.emptyFor', [name]) : t('problem.empty');
    case 'past-time':
      return t('problem.pastTime');
    case 'no-time':
      return t('problem.noTime');
    case 'bad-link':
      return t('problem.badLink');
    default:
      return '';
  }
}

/** Nobody is scolded for what they have not finished: an empty form says nothing until submitting is tried. */
const UNFINISHED: readonly Problem['kind'][] = ['no-channel', 'empty', 'no-time', ...FIELD_KINDS];

export function Problems({ composer }: { composer: Composer }) {
  const { trouble, tried } = composer.submitting;
  if (trouble.value) {
    return (
      <Notice key={trouble.value} tone="danger">
        {t(`problem.${trouble.value}`)}{' '}
        {trouble.value === 'tooMany' && <ListLink>{t('entry.seeAll')}</ListLink>}
      </Notice>
    );
  }
  const shown = composer.judge.problems.value.filter(({ kind }) => tried.value || !UNFINISHED.includes(kind));
  const nameOf = (id?: string) => {
    const channel = composer.channels.value.find((one) => one.id === id);
    return channel ? t('composer.channelName', [channel.name, networkOf(channel.network).label]) : '';
  };
  return (
    <>
      {composer.keeper.isUnkept.value && <Notice tone="danger">{t('problem.notKept')}</Notice>}
      {shown.slice(0, 2).map((problem) => (
        <Notice
          key={`${tried.value} ${problem.kind} ${problem.channelId ?? ''}`}
          tone={problem.blocking && tried.value ? 'danger' : 'waiting'}
        >
          {sentence(problem, nameOf(problem.channelId))}
        </Notice>
      ))}
    </>
  );
}
