/** What became of every row of a file, as a sum that anyone can check. */
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../kit/banner.tsx';
import { DefinitionList, Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { FigureTable } from '../kit/table.tsx';
import { useWords } from '../words/words.ts';
import { addsUp, type ImportReport } from './import-answer.ts';
import { importWords } from './import-words.ts';

export function ImportCounted({ report, isPreview }: { report: ImportReport; isPreview?: boolean }) {
  const words = useWords(importWords);
  const { counts } = words;
  const row = (key: keyof typeof counts, total = false) => ({ label: counts[key], values: [showCount(report[key])], total });
  const place = useRef<HTMLDivElement>(null);
  // The answer comes below what was asked: on a small screen it would not be seen.
  useEffect(() => {
    if (isPreview) place.current?.scrollIntoView({ block: 'start' });
    else scrollTo({ top: 0 });
  }, [isPreview, report]);
  return (
    <div ref={place}>
      <Section title={isPreview ? words.preview : words.result} side={isPreview && words.previewNote}>
        <div class="counted">
          <FigureTable
            caption={words.everyRow}
            columns={[words.rows]}
            rows={[row('imported'), row('updated'), row('unchanged'), row('rejected'), row('read', true)]}
          />
          <DefinitionList
            facts={(['warned', 'active', 'inactive', 'ratHeld'] as const).map((key) => [counts[key], showCount(report[key])] as const)}
          />
        </div>
        {!addsUp(report) && <Banner tone="bad" title={words.notAddingUp} />}
      </Section>
    </div>
  );
}
