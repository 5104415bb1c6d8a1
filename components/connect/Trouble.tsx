// The sentence for what went wrong, beside the way to sign in that it belongs to.
import { Notice } from '@/components/ui/Notice.tsx';
import type { Connect, Way } from './connect.model.ts';
import { signInSentence } from './sentence.ts';

export function Trouble({ connect, way }: { connect: Connect; way: Way }) {
  const problem = connect.problem.value;
  return (
    <div role="status">
      {problem?.way === way && <Notice tone="danger">{signInSentence(problem.word)}</Notice>}
    </div>
  );
}
