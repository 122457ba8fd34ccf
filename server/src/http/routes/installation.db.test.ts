import { beforeAll, expect, it } from 'vitest';
import { COURSE, publish } from '../../case/testing.ts';
import { addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let coordinator: Somebody;
beforeAll(async () => {
  coordinator = await addSomebody(api.server, ['coordinator'], 'cesvip');
  await publish(api.server, COURSE);
});

it('tells who draws what there is to choose from', async () => {
  const known = await api.ask('readInstallation', { as: coordinator.token });
  expect(known.organisations.map((one: { id: string }) => one.id)).toContain('cesvip');
  expect(known.pathways.every((one: { title: { it: string } }) => one.title.it !== '')).toBe(true);
});

it('is nobody else’s', async () => {
  const manager = await addSomebody(api.server, ['case-manager'], 'cesvip');
  await api.askInVain('readInstallation', 'forbidden', { as: manager.token });
});
