import type { SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { type Choice, stepChoices } from '../choices.ts';
import { SearchSelect } from './SearchSelect.tsx';

interface Props extends Omit<SelectProps, 'data'> {
  readonly isChoice?: (step: string) => boolean;
  /** A choice before the steps, that is none of them. */
  readonly first?: Choice;
}

/** One of the pathway's steps, each under its group. */
export function StepSelect({ isChoice, first, ...props }: Props) {
  const { document, language } = useEditor();
  const data = useMemo(
    () => stepChoices(document, language, isChoice),
    [document, language, isChoice],
  );
  return <SearchSelect {...props} data={first ? [first, ...data] : data} />;
}
