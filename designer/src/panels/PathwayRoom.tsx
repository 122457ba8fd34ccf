import { Accordion, Badge, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DeviationsSection } from '../deviations/DeviationsSection.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { AboutSection } from './pathway/AboutSection.tsx';
import { ActionsSection } from './pathway/ActionsSection.tsx';
import { FactsSection } from './pathway/FactsSection.tsx';
import { FormsSection } from './pathway/FormsSection.tsx';
import { MessagesSection } from './pathway/MessagesSection.tsx';
import { RulesSection } from './pathway/RulesSection.tsx';
import { StagesSection } from './pathway/StagesSection.tsx';
import { TextsSection } from './pathway/TextsSection.tsx';
import { textsOf, untranslated } from './pathway/texts.ts';
import { PATHWAY } from './pathway/words.ts';

const SECTIONS = {
  about: AboutSection,
  deviations: DeviationsSection,
  stages: StagesSection,
  actions: ActionsSection,
  rules: RulesSection,
  forms: FormsSection,
  facts: FactsSection,
  messages: MessagesSection,
  texts: TextsSection,
} as const;

type SectionName = keyof typeof SECTIONS;

/** What belongs to the pathway as a whole; only what is unfolded is there. */
export function PathwayRoom() {
  const { deviations, words } = useEditor();
  const [opened, setOpened] = useState<string[]>(['about']);
  const counts = useCounts();
  const names = (Object.keys(SECTIONS) as SectionName[]).filter(
    (name) => name !== 'deviations' || deviations !== undefined,
  );
  return (
    <Accordion
      multiple
      order={2}
      value={opened}
      onChange={setOpened}
      transitionDuration={0}
      styles={{ content: { padding: '0.25rem 0 1.25rem' }, control: { paddingInline: '0.25rem' } }}
    >
      {names.map((name) => {
        const Section = SECTIONS[name];
        const count = counts[name];
        return (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>
              <Group gap="xs">
                {words(PATHWAY.sections[name])}
                {count !== undefined && (
                  <Badge color="gray" size="md">
                    {count}
                  </Badge>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>{opened.includes(name) && <Section />}</Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function useCounts(): Readonly<Partial<Record<SectionName, number>>> {
  const { document, deviations } = useEditor();
  const steps = typeof deviations === 'object' ? deviations.steps : undefined;
  return useMemo(() => {
    const count = (record: object) => Object.keys(record).length;
    return {
      ...(steps && { deviations: new Set(steps.map(({ step }) => step)).size }),
      stages: document.stages.length,
      actions: count(document.actions),
      rules: count(document.rules),
      forms: count(document.forms),
      facts: count(document.data.properties),
      messages: count(document.messages),
      texts: untranslated(textsOf(document)).length,
    };
  }, [document, steps]);
}
