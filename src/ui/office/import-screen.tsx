/** Impor: a register file checked by the office, its columns corrected, its issues read line by line, then taken in whole. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAreas } from '../area-names.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { showCount } from '../kit/figures.ts';
import { FileField } from '../kit/file-field.tsx';
import { Progress } from '../kit/meter.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { addsUp, type ImportOutcome, type ImportReport } from './import-answer.ts';
import { ImportColumns, NamedColumns } from './import-columns.tsx';
import { ImportCounted } from './import-counts.tsx';
import { ImportIssues } from './import-issues.tsx';
import { importWords } from './import-words.ts';
import './import.css';
import { type ChosenFile, type ImportPlace, type ImportStep, useImport } from './use-import.ts';

export function ImportScreen() {
  const words = useWords(importWords);
  const regencies = useAreas(useApp().db).filter(({ level }) => level === 'regency');
  const work = useImport();
  const { file, step } = work;
  const [regency, setRegency] = useState<string>();
  const [asOf, setAsOf] = useState(today());
  const [asked, setAsked] = useState(false);
  const only = regencies.length === 1 ? regencies[0]?.code : undefined;
  const chosenRegency = regency ?? only;
  const place: ImportPlace | undefined = chosenRegency ? { regency: chosenRegency, asOf } : undefined;
  const busy = step.kind === 'checking' || step.kind === 'importing';

  if (step.kind === 'imported' && place) {
    return (
      <Shell title={words.title}>
        <Imported step={step} regency={place.regency} onAnother={work.reset} />
      </Shell>
    );
  }
  const report = reportOf(step);
  const check = () => {
    setAsked(true);
    if (place) void work.check(place);
  };
  return (
    <Shell
      title={words.title}
      actions={report && place && <Actions report={report} onConfirm={() => void work.confirm(place, report)} onReset={work.reset} />}
    >
      <p class="muted">
        {words.intro} {words.needsNetwork}
      </p>
      <p>
        <LinkButton look="quiet" icon="sync" href="/sinkron">
          {words.rescueElsewhere}
        </LinkButton>
      </p>
      {file ? (
        <FileChosen file={file} busy={busy} onOther={work.reset} />
      ) : (
        <FileField label={words.file} hint={words.fileHint} accept=".csv,.txt,.xlsx" onFile={work.choose} />
      )}
      {step.kind === 'choosing' && step.problem && (
        <Banner tone="bad" urgent title={words[step.problem].title}>
          {words[step.problem].body}
        </Banner>
      )}
      {file && (
        <div class="pair">
          <Select
            label={words.regency}
            hint={words.regencyHint}
            value={chosenRegency}
            disabled={busy}
            choices={regencies.map(({ code, name }) => ({ value: code, label: name }))}
            onValue={(code) => {
              setRegency(code);
              work.recheck();
            }}
            {...(asked && !place ? { error: words.regencyMissing } : {})}
          />
          <DateField
            label={words.asOf}
            hint={words.asOfHint}
            value={asOf}
            max={today()}
            disabled={busy}
            onValue={(day) => {
              setAsOf(day && day <= today() ? day : today());
              work.recheck();
            }}
          />
        </div>
      )}
      {step.kind === 'chosen' && (
        <div class="actions">
          <Button look="primary" icon="search" onClick={check}>
            {words.check}
          </Button>
        </div>
      )}
      {busy && (
        <div class="stack tight">
          <Progress label={step.kind === 'checking' ? words.checking : words.importing} max={1} />
          <p class="small muted">{words.wait}</p>
        </div>
      )}
      {step.kind === 'notImported' && <NotImported outcome={step.outcome} />}
      {step.kind === 'checked' && place && <Checked outcome={step.outcome} place={place} work={work} />}
      {step.kind === 'notImported' && place && <Report report={step.report} place={place} work={work} />}
    </Shell>
  );
}

type Work = ReturnType<typeof useImport>;

function FileChosen({ file, busy, onOther }: { file: ChosenFile; busy: boolean; onOther: () => void }) {
  const words = useWords(importWords);
  const size =
    file.size < 1024 * 1024
      ? `${showCount(Math.max(1, Math.round(file.size / 1024)))} KB`
      : `${(file.size / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
  return (
    <div class="row apart file-chosen">
      <strong>{words.chosen(file.name, size)}</strong>
      <Button look="quiet" disabled={busy} onClick={onOther}>
        {words.other}
      </Button>
    </div>
  );
}

function Checked({ outcome, place, work }: { outcome: ImportOutcome; place: ImportPlace; work: Work }) {
  const words = useWords(importWords);
  if (outcome.kind === 'report') return <Report report={outcome.report} place={place} work={work} />;
  return (
    <>
      <Refused outcome={outcome} />
      {outcome.kind === 'refused' && outcome.headings.length > 0 && (
        <NamedColumns headings={outcome.headings} mapping={work.mapping} onMap={(heading, use) => void work.map(place, heading, use)} />
      )}
      <div class="actions">
        <Button icon="sync" onClick={() => void work.check(place)}>
          {words.check}
        </Button>
      </div>
    </>
  );
}

function Refused({ outcome }: { outcome: Exclude<ImportOutcome, { kind: 'report' }> }) {
  const words = useWords(importWords);
  if (outcome.kind === 'failed') {
    const { title, body } = words.failed[outcome.failure];
    return (
      <Banner tone="bad" urgent title={title}>
        {body}
      </Banner>
    );
  }
  const said = outcome.code === 'role' || outcome.code === 'area' || outcome.code === 'forbidden' ? words.refusedRole : words.refused;
  return (
    <Banner tone="bad" urgent title={said.title}>
      {outcome.message?.[language.value] ?? said.body}
    </Banner>
  );
}

/** A lost answer to the import itself is not a failed import: that nobody knows is what is said. */
function NotImported({ outcome }: { outcome: ImportOutcome }) {
  const words = useWords(importWords);
  if (outcome.kind === 'report') return null;
  if (outcome.kind === 'failed' && outcome.failure === 'unreachable') {
    return (
      <Banner tone="warn" urgent title={words.unknownEnd.title}>
        {words.unknownEnd.body}
      </Banner>
    );
  }
  return <Refused outcome={outcome} />;
}

function Report({ report, place, work }: { report: ImportReport; place: ImportPlace; work: Work }) {
  return (
    <div class="stack wide">
      <ImportCounted report={report} isPreview />
      <ImportColumns report={report} mapping={work.mapping} onMap={(heading, use) => void work.map(place, heading, use)} />
      <ImportIssues issues={report.issues} fileName={work.file?.name ?? ''} />
    </div>
  );
}

/** What may be taken in as it stands: just checked, or checked before an import that did not come through. */
function reportOf(step: ImportStep): ImportReport | undefined {
  if (step.kind === 'notImported') return step.report;
  return step.kind === 'checked' && step.outcome.kind === 'report' ? step.outcome.report : undefined;
}

interface ActionsProps {
  report: ImportReport;
  onConfirm: () => void;
  onReset: () => void;
}

function Actions({ report, onConfirm, onReset }: ActionsProps) {
  const words = useWords(importWords);
  const general = useWords();
  const accepted = report.read - report.rejected;
  return (
    <>
      <Button look="primary" icon="upload" disabled={accepted === 0 || !addsUp(report)} onClick={onConfirm}>
        {accepted === 0 ? words.importNothing : words.importNow}
      </Button>
      <Button onClick={onReset}>{general.cancel}</Button>
    </>
  );
}

interface ImportedProps {
  step: Extract<ImportStep, { kind: 'imported' }>;
  regency: string;
  onAnother: () => void;
}

function Imported({ step: { report, synced }, regency, onAnother }: ImportedProps) {
  const words = useWords(importWords);
  const { done } = words;
  const changed = report.imported + report.updated;
  return (
    <>
      <Banner
        tone="good"
        urgent
        title={changed === 0 ? done.unchanged : done.title(showCount(report.read - report.rejected))}
        actions={
          <>
            <LinkButton look="primary" icon="table" href={`/kantor/register?kab=${regency}`}>
              {words.toRegister}
            </LinkButton>
            <Button onClick={onAnother}>{words.another}</Button>
          </>
        }
      >
        {synced === 'underWay' ? done.body : synced === 'done' ? done.synced : done.notSynced}
      </Banner>
      <ImportCounted report={report} />
      <ImportIssues issues={report.issues} fileName="" />
    </>
  );
}
