/** Tentang: what Pantau is, its version, and whose data and work it stands on. */
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { DefinitionList, Section } from '../kit/card.tsx';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { tabletSettingsWords } from './tablet-settings-words.ts';

export function AboutScreen() {
  const words = useWords(tabletSettingsWords);
  const { appVersion, session } = useApp();
  return (
    <Shell title={words.about} back="/setelan">
      <div class="stack wide">
        {session.isDemo && (
          <Banner tone="warn" title={words.demo}>
            {words.demoText}
          </Banner>
        )}
        <div class="stack">
          <p>{words.purpose}</p>
          <p>{words.safety}</p>
        </div>
        <DefinitionList
          facts={[
            [words.version, appVersion],
            [words.license, words.licenseText],
          ]}
        />
        <Section title={words.credits}>
          <div class="stack">
            <p>
              {words.areas} <a href="https://github.com/fityannugroho/idn-area-data">idn-area-data</a>; {words.areasLicense}{' '}
              <a href="https://opendatacommons.org/licenses/odbl/1-0/">opendatacommons.org</a>
            </p>
            <p>{words.software}</p>
          </div>
        </Section>
      </div>
    </Shell>
  );
}
