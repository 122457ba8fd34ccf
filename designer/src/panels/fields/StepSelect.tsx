import type { SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { stepChoices } from '../choices.ts';
import { SearchSelect } from './SearchSelect.tsx';

interface Props extends Omit<SelectProps, 'data'> {
  readonly isChoice?: (step: string) => boolean;
}

/** One of the pathway's steps, each under its group. */
export function StepSelect({ isChoice, ...props }: Props) {
  const { document, language } = useEditor();
  const data = useMemo(
    () => stepChoices(document, language, isChoice),
    [document, language, isChoice],
  );
  return <SearchSelect {...props} data={data} />;
}
