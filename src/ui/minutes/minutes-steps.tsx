/** The way from the roll call to the sealed document, with the step one is at. */
import { Steps } from '../kit/steps.tsx';
import { partHref } from '../meeting/meeting-links.ts';
import { useWords } from '../words/words.ts';
import type { MinutesForm } from './minutes-form.ts';
import { minutesWords } from './minutes-words.ts';

export function MinutesSteps({ form, current }: { form: MinutesForm; current: 'minutes' | 'sign' }) {
  const { steps: words } = useWords(minutesWords);
  const { cooperativeId, meetingId } = form.sources;
  const to = (part: Parameters<typeof partHref>[2]) => partHref(cooperativeId, meetingId, part);
  const steps = [
    { key: 'rollCall', label: words.rollCall, done: form.content.quorumReached, href: to('hadir') },
    { key: 'minutes', label: words.minutes, done: form.problems.length === 0, href: to('notulen') },
    { key: 'sign', label: words.sign, done: false, href: to('tandatangan') },
    { key: 'document', label: words.document, done: false },
  ];
  return <Steps steps={steps} current={current} />;
}
