/** What stands at the head of the form: whose visit it is, and why it could not be recorded. */
import type { RecordResult } from '../../data/record.ts';
import type { Row } from '../../domain/world.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export type Failure = { kind: 'database' } | Exclude<RecordResult, { kind: 'recorded' }>;

export function Whose({ cooperative }: { cooperative: Row<'cooperative'> }) {
  const { data } = cooperative;
  const detail = [data.legalEntityNumber, data.villageName, data.districtName].filter(Boolean).join(' · ');
  return (
    <p class="visit-whose">
      <strong>{cooperativeTitle(data)}</strong>
      {detail && <span class="small muted">{detail}</span>}
    </p>
  );
}

export function FailureBanner({ failure, onShow }: { failure: Failure | undefined; onShow: (field: string) => void }) {
  const words = useWords(visitWords);
  if (!failure) return null;
  if (failure.kind === 'database') {
    return (
      <Banner tone="bad" urgent title={words.recordFailed}>
        {words.recordFailedSafe}
      </Banner>
    );
  }
  if (failure.kind === 'waiting') {
    return (
      <Banner tone="warn" urgent title={words.notRecorded}>
        {words.waitingFor}
      </Banner>
    );
  }
  const { field } = failure;
  return (
    <Banner
      tone="bad"
      urgent
      title={words.notRecorded}
      actions={field && <Button onClick={() => onShow(field)}>{words.openProblem}</Button>}
    >
      {ruleWords(failure)} {words.keptAsDraft}
    </Banner>
  );
}
