import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChecklist,
  IconGauge,
  IconMail,
  IconRoute,
  IconShieldSearch,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';

export interface NavigationItem {
  /** The name in `common.navigation`. */
  readonly name: string;
  readonly to: string;
  /** The item is offered to sessions with this ability. */
  readonly ability: string;
  readonly icon: typeof IconUsers;
}

/** The pages of the desk in the order of the navigation; the first that is allowed is home. */
const navigation: readonly NavigationItem[] = [
  { name: 'cases', to: '/desk/cases', ability: 'cases.read', icon: IconUsers },
  { name: 'tasks', to: '/desk/tasks', ability: 'tasks.read', icon: IconChecklist },
  { name: 'overview', to: '/desk/overview', ability: 'overview.read', icon: IconGauge },
  { name: 'pathways', to: '/desk/pathways', ability: 'pathways.read', icon: IconRoute },
  {
    name: 'opportunities',
    to: '/desk/opportunities',
    ability: 'opportunities.read',
    icon: IconCalendarEvent,
  },
  {
    name: 'organisations',
    to: '/desk/organisations',
    ability: 'organisations.read',
    icon: IconBuildingCommunity,
  },
  { name: 'people', to: '/desk/people', ability: 'people.read', icon: IconUserCog },
  { name: 'outbox', to: '/desk/outbox', ability: 'outbox.read', icon: IconMail },
  {
    name: 'access-log',
    to: '/desk/access-log',
    ability: 'access-log.read',
    icon: IconShieldSearch,
  },
];

export function navigationFor(may: readonly string[]): readonly NavigationItem[] {
  return navigation.filter((item) => may.includes(item.ability));
}
