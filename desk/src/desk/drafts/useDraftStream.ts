import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openStream } from '../api/event-stream.ts';
import { keyOf } from '../api/queries.ts';
import { addressOf } from '../api/request.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Stream {
  readonly id: string;
  readonly pathway: string;
  readonly onSaved: (revision: number) => void;
}

/** Who has the draft open; what they save and say, and whom they keep, is told as it happens. */
export function useDraftStream({ id, pathway, onSaved }: Stream) {
  const client = useQueryClient();
  const [people, setPeople] = useState<readonly Person[]>([]);
  useEffect(() => {
    const told = <T>(work: (data: T) => void) => {
      return (event: MessageEvent<string>) => work(JSON.parse(event.data) as T);
    };
    const address = addressOf('/api/drafts/{id}/changes', { params: { id } });
    return openStream(address, (source) => {
      source.addEventListener(
        'presence',
        told<{ people: Person[] }>((data) => setPeople(data.people)),
      );
      source.addEventListener(
        'saved',
        told<{ revision: number }>(({ revision }) => onSaved(revision)),
      );
      source.addEventListener('comment', () => {
        void client.invalidateQueries({ queryKey: keyOf('listComments', { params: { id } }) });
      });
      source.addEventListener('personas', () => {
        const params = { id: pathway };
        void client.invalidateQueries({ queryKey: keyOf('readPersonas', { params }) });
      });
      source.addEventListener('status', () => {
        void client.invalidateQueries({ queryKey: keyOf('listDrafts') });
        void client.invalidateQueries({ queryKey: keyOf('readDraft', { params: { id } }) });
      });
    });
  }, [client, id, pathway, onSaved]);
  return people;
}
