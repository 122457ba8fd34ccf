import type { PathwayDocument } from '@percorso/engine';
import { useMemo } from 'react';
import type { CommandRefusal } from '../commands/command.ts';
import { type CommandName, commands } from '../commands/registry.ts';
import type { Editor } from './editor-context.ts';

/** Asks commands whether they would be refused, each question once for a document. */
export function useRefusals(document: PathwayDocument): Editor['refusalOf'] {
  return useMemo(() => {
    const answers = new Map<string, CommandRefusal | undefined>();
    return (name: CommandName, parameters: unknown) => {
      const question = `${name} ${JSON.stringify(parameters)}`;
      if (!answers.has(question)) {
        answers.set(question, commands[name].mayRun(document, parameters as never));
      }
      return answers.get(question);
    };
  }, [document]);
}
