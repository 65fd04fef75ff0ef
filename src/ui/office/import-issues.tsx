/** What was reported about a file, line by line: where, what was written there, what became of it and why. */
import { useState } from 'preact/hooks';
import { isNarrow } from '../is-narrow.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { type Column, DataTable } from '../kit/table.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { csvOf } from './csv.ts';
import { downloadText } from './download.ts';
import { type ReportedIssue, shownIssues } from './import-answer.ts';
import { importWords } from './import-words.ts';

type Kind = 'all' | ReportedIssue['severity'];

export function ImportIssues({ issues, fileName }: { issues: readonly ReportedIssue[]; fileName: string }) {
  const words = useWords(importWords);
  const rejected = issues.filter(({ severity }) => severity === 'rejected').length;
  const [kind, setKind] = useState<Kind>(rejected > 0 ? 'rejected' : 'all');
  const download = () => {
    const headings = [words.line, words.columnHeading, words.value, words.severity, words.reason];
    const rows = issues.map(({ line, column, value, severity, message }) => [
      line,
      column,
      value,
      severity === 'rejected' ? words.issueRejected : words.issueWarning,
      message[language.value],
    ]);
    downloadText(`${[words.issueFile, fileName.replace(/\.[^.]*$/, '')].filter(Boolean).join('-')}.csv`, csvOf(headings, rows));
  };
  if (issues.length === 0) {
    return (
      <Section title={words.issues}>
        <p>{words.noIssues}</p>
      </Section>
    );
  }
  return (
    <Section title={words.issues}>
      <div class="stack">
        <div class="actions">
          <Button icon="download" onClick={download}>
            {words.issueDownload}
          </Button>
        </div>
        <Tabs
          label={words.issueKinds}
          value={kind}
          onValue={setKind}
          tabs={[
            { key: 'all', label: words.issueAll, count: issues.length },
            { key: 'rejected', label: words.issueRejected, count: rejected },
            { key: 'warning', label: words.issueWarning, count: issues.length - rejected },
          ]}
        >
          <IssueTable issues={kind === 'all' ? issues : issues.filter(({ severity }) => severity === kind)} />
        </Tabs>
      </div>
    </Section>
  );
}

const keyOf = ({ line, column, severity, message }: ReportedIssue) => `${line} ${column} ${severity} ${message.en}`;

function IssueTable({ issues }: { issues: readonly ReportedIssue[] }) {
  const words = useWords(importWords);
  const columns: Column<ReportedIssue>[] = [
    { key: 'line', label: words.line, cell: ({ line }) => line },
    { key: 'column', label: words.columnHeading, cell: ({ column }) => column || <span class="muted">{words.wholeRow}</span> },
    {
      key: 'value',
      label: words.value,
      cell: ({ value }) => (value ? <q class="as-written">{value}</q> : <span class="muted">{words.blank}</span>),
    },
    {
      key: 'severity',
      label: words.severity,
      cell: ({ severity }) =>
        severity === 'rejected' ? (
          <StatusBadge tone="bad" icon="cross">
            {words.issueRejected}
          </StatusBadge>
        ) : (
          <StatusBadge tone="warn" icon="warning">
            {words.issueWarning}
          </StatusBadge>
        ),
    },
    { key: 'reason', label: words.reason, cell: ({ message }) => message[language.value] },
  ];
  if (issues.length === 0) return <p class="muted">{words.issueNone}</p>;
  const shown = issues.slice(0, shownIssues);
  return (
    <div class="issue-table">
      {isNarrow.value ? (
        <List label={words.issues} rows={shown} keyOf={keyOf}>
          {({ line, column, value, severity, message }) => (
            <Item
              tone={severity === 'rejected' ? 'bad' : 'warn'}
              title={[`${words.line} ${line}`, column].filter(Boolean).join(' · ')}
              detail={
                <>
                  {value && <q class="as-written">{value}</q>} {message[language.value]}
                </>
              }
            />
          )}
        </List>
      ) : (
        <DataTable caption={words.issues} columns={columns} rows={shown} keyOf={keyOf} />
      )}
      {issues.length > shownIssues && <p class="small muted">{words.issueFirst(showCount(shownIssues), showCount(issues.length))}</p>}
    </div>
  );
}
