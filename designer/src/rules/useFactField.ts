import type { Field } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { useBuilder } from './builder-context.ts';
import { declaredField } from './tried-facts.ts';

/** Finds the field that declares a fact; of an answer that can't be read here, any form's. */
export function useFactField(): (fact: string) => Field | undefined {
  const { facts } = useBuilder();
  const { document } = useEditor();
  return (fact) => facts.find((one) => one.fact === fact)?.field ?? declaredField(document, fact);
}
