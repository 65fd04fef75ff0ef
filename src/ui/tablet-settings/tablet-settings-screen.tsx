/** Setelan: language and appearance, who is signed in, the tablet itself, a new version. */
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { frameWords } from '../frame-words.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { chooseTheme, theme } from '../kit/theme.ts';
import { TabletSection } from '../outbox/tablet-section.tsx';
import { Shell } from '../shell.tsx';
import { SignOutDialog } from '../sign-out-dialog.tsx';
import { UpdateNotice } from '../update-notice.tsx';
import { chooseLanguage, language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { tabletSettingsWords } from './tablet-settings-words.ts';

export function TabletSettingsScreen() {
  const words = useWords(tabletSettingsWords);
  const general = useWords();
  return (
    <Shell title={words.title}>
      <div class="stack wide">
        <UpdateNotice />
        <Section title={words.appearance}>
          <div class="stack">
            <ChoiceList
              label={general.languageName}
              segments
              value={language.value}
              onValue={chooseLanguage}
              choices={[
                { value: 'id', label: general.indonesian },
                { value: 'en', label: general.english },
              ]}
            />
            <ChoiceList
              label={general.theme}
              segments
              value={theme.value}
              onValue={chooseTheme}
              choices={[
                { value: 'daylight', label: general.themeDaylight },
                { value: 'contrast', label: general.themeContrast },
              ]}
            />
          </div>
        </Section>
        <OfficerSection />
        <TabletSection />
        <p>
          <LinkButton icon="info" href="/tentang">
            {words.about}
          </LinkButton>
        </p>
      </div>
    </Shell>
  );
}

function OfficerSection() {
  const words = useWords(tabletSettingsWords);
  const { roles } = useWords(frameWords);
  const { signOut } = useWords();
  const app = useApp();
  const areas = useAreas(app.db);
  const [leaving, setLeaving] = useState(false);
  const { name, role, areas: codes } = app.session.officer;
  return (
    <Section title={words.officer}>
      <div class="stack tight">
        <p>
          <strong>{name}</strong>
          <br />
          {roles[role]}, {codes.map((code) => areaNameOf(areas, code)).join(', ')}
        </p>
        <div class="row">
          <Button icon="logout" onClick={() => setLeaving(true)}>
            {signOut}
          </Button>
          <LinkButton look="quiet" href="/masuk">
            {words.signIn}
          </LinkButton>
        </div>
        {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
      </div>
    </Section>
  );
}
