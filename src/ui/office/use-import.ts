/** One register file on its way: chosen, checked as often as its columns are corrected, then imported; each step a state. */
import { useRef, useState } from 'preact/hooks';
import type { RegisterColumnUse, RegisterMapping } from '../../domain/register-columns.ts';
import { registerLimits } from '../../domain/register-limits.ts';
import { useApp } from '../app-context.ts';
import { type ImportOutcome, type ImportReport, importOutcomeOf, importPath } from './import-answer.ts';

export interface ChosenFile {
  name: string;
  size: number;
  /** Held in memory, so that the file may change on the disk meanwhile without mixing two versions. */
  bytes: Blob;
}

export type ImportStep =
  | { kind: 'choosing'; problem?: 'tooLarge' | 'unreadable' }
  | { kind: 'chosen' }
  | { kind: 'checking' }
  | { kind: 'checked'; outcome: ImportOutcome }
  | { kind: 'importing'; report: ImportReport }
  | { kind: 'imported'; report: ImportReport; synced: 'underWay' | 'done' | 'failed' }
  /** Not imported, or nobody knows: `outcome` says which; the check before it still stands. */
  | { kind: 'notImported'; report: ImportReport; outcome: ImportOutcome };

export interface ImportPlace {
  regency: string;
  asOf: string;
}

export function useImport() {
  const { askOffice, syncNow } = useApp();
  const [file, setFile] = useState<ChosenFile>();
  const [step, setStep] = useState<ImportStep>({ kind: 'choosing' });
  const [mapping, setMapping] = useState<RegisterMapping>({});
  // An answer to a question that is no longer asked is dropped.
  const asked = useRef(0);

  const send = async (place: ImportPlace, byHand: RegisterMapping, dryRun: boolean): Promise<ImportOutcome | undefined> => {
    if (!file) return undefined;
    asked.current += 1;
    const question = asked.current;
    const answer = await askOffice('POST', importPath({ ...place, fileName: file.name, dryRun, mapping: byHand }), file.bytes);
    return question === asked.current ? importOutcomeOf(answer) : undefined;
  };

  const choose = async (chosen: File) => {
    asked.current += 1;
    setMapping({});
    setFile(undefined);
    // The office would not take it, so it is not even sent.
    if (chosen.size > registerLimits.fileBytes) return setStep({ kind: 'choosing', problem: 'tooLarge' });
    try {
      const bytes = new Blob([await chosen.arrayBuffer()], { type: 'application/octet-stream' });
      setFile({ name: chosen.name, size: chosen.size, bytes });
      setStep({ kind: 'chosen' });
    } catch {
      setStep({ kind: 'choosing', problem: 'unreadable' });
    }
  };

  const check = async (place: ImportPlace, byHand: RegisterMapping = mapping) => {
    setStep({ kind: 'checking' });
    const outcome = await send(place, byHand, true);
    if (outcome) setStep({ kind: 'checked', outcome });
  };

  const map = (place: ImportPlace, heading: string, use: RegisterColumnUse) => {
    const byHand = { ...mapping, [heading]: use };
    setMapping(byHand);
    return check(place, byHand);
  };

  const confirm = async (place: ImportPlace, report: ImportReport) => {
    setStep({ kind: 'importing', report });
    const outcome = await send(place, mapping, false);
    if (!outcome) return;
    if (outcome.kind !== 'report') return setStep({ kind: 'notImported', report, outcome });
    setStep({ kind: 'imported', report: outcome.report, synced: 'underWay' });
    const { kind } = await syncNow();
    setStep({ kind: 'imported', report: outcome.report, synced: kind === 'done' ? 'done' : 'failed' });
  };

  /** The place has changed: what was checked belongs to another one. */
  const recheck = () => {
    asked.current += 1;
    if (file) setStep({ kind: 'chosen' });
  };

  const reset = () => {
    asked.current += 1;
    setFile(undefined);
    setMapping({});
    setStep({ kind: 'choosing' });
  };

  return { file, step, mapping, choose, check, map, confirm, recheck, reset };
}
