/** On the sync screen of the office: a rescue file is handed in, and what became of each of its facts is shown. */
import { useState } from 'preact/hooks';
import { type Delivery, deliver, hashOfBlob, judgeOutside } from '../../data/rescue-delivery.ts';
import { fileChunkBytes } from '../../domain/file.ts';
import { rescueReportSchema } from '../../domain/rescue.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { FileField } from '../kit/file-field.tsx';
import { Progress } from '../kit/meter.tsx';
import { useWords } from '../words/words.ts';
import { HandInReport } from './hand-in-report.tsx';
import { rescueWords } from './rescue-words.ts';

type Step =
  | { kind: 'choosing' }
  | { kind: 'reading' | 'sending'; done: number }
  | { kind: 'ended'; delivery: Delivery | { kind: 'refused'; code: 'unreadable' } };

export function HandInSection() {
  const words = useWords(rescueWords);
  const { askOffice, syncNow } = useApp();
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const handIn = async (file: File) => {
    setStep({ kind: 'reading', done: 0 });
    try {
      const code = await judgeOutside(file);
      if (code) return setStep({ kind: 'ended', delivery: { kind: 'refused', code } });
      const sha256 = await hashOfBlob(file, (at) => setStep({ kind: 'reading', done: at / file.size }));
      const delivery = await deliver(askOffice, {
        sha256,
        bytes: file.size,
        read: async (at) => new Blob([await file.slice(at, at + fileChunkBytes).arrayBuffer()], { type: 'application/octet-stream' }),
        onProgress: (at) => setStep({ kind: 'sending', done: at / file.size }),
      });
      setStep({ kind: 'ended', delivery });
      if (delivery.kind === 'taken') await syncNow();
    } catch {
      // The system took the file away while it was being read.
      setStep({ kind: 'ended', delivery: { kind: 'refused', code: 'unreadable' } });
    }
  };
  return (
    <Section title={words.deskTitle}>
      <div class="stack">
        <p>{words.deskIntro}</p>
        {step.kind === 'choosing' && <FileField label={words.choose} hint={words.chooseHint} onFile={(file) => void handIn(file)} />}
        {step.kind === 'reading' && <Share label={words.reading} done={step.done} />}
        {step.kind === 'sending' && <Share label={step.done < 1 ? words.sending : words.judging} done={step.done} />}
        {step.kind === 'ended' && (
          <>
            <Ended delivery={step.delivery} />
            <p>
              <Button icon="upload" onClick={() => setStep({ kind: 'choosing' })}>
                {words.another}
              </Button>
            </p>
          </>
        )}
      </div>
    </Section>
  );
}

const Share = ({ label, done }: { label: string; done: number }) =>
  done < 1 ? <Progress label={label} value={Math.floor(done * 100)} max={100} /> : <Progress label={label} max={1} />;

function Ended({ delivery }: { delivery: Extract<Step, { kind: 'ended' }>['delivery'] }) {
  const words = useWords(rescueWords);
  if (delivery.kind === 'refused') {
    return (
      <Banner tone="bad" urgent title={words.notTaken}>
        {words.refusals[delivery.code]}
      </Banner>
    );
  }
  if (delivery.kind === 'failed') {
    const { title, body } = words.failures[delivery.failure];
    return (
      <Banner tone="warn" urgent title={title}>
        {body}
      </Banner>
    );
  }
  const report = rescueReportSchema.safeParse(delivery.receipt);
  return report.success ? <HandInReport report={report.data} /> : null;
}
