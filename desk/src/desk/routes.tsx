import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Home } from './shell/Home.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { Shell } from './shell/Shell.tsx';

/** Each page is its own chunk: a partner operator never loads the pathway map. */
function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
}

const SignInPage = page(() => import('./sign-in/SignInPage.tsx'), 'SignInPage');
const ForgottenPasswordPage = page(
  () => import('./sign-in/ForgottenPasswordPage.tsx'),
  'ForgottenPasswordPage',
);
const NewPasswordPage = page(() => import('./sign-in/NewPasswordPage.tsx'), 'NewPasswordPage');
const CaseListPage = page(() => import('./cases/CaseListPage.tsx'), 'CaseListPage');
const NewGroupPage = page(() => import('./cases/NewGroupPage.tsx'), 'NewGroupPage');
const CasePage = page(() => import('./case/CasePage.tsx'), 'CasePage');
const TaskListPage = page(() => import('./tasks/TaskListPage.tsx'), 'TaskListPage');
const TaskPage = page(() => import('./tasks/TaskPage.tsx'), 'TaskPage');
const OverviewPage = page(() => import('./programme/OverviewPage.tsx'), 'OverviewPage');
const PathwayListPage = page(() => import('./programme/PathwayListPage.tsx'), 'PathwayListPage');
const PathwayPage = page(() => import('./programme/PathwayPage.tsx'), 'PathwayPage');
const DraftPage = page(() => import('./drafts/DraftPage.tsx'), 'DraftPage');
const ImpactPage = page(() => import('./redesign/ImpactPage.tsx'), 'ImpactPage');
const MigrationPage = page(() => import('./redesign/MigrationPage.tsx'), 'MigrationPage');
const OpportunityPage = page(() => import('./programme/OpportunityPage.tsx'), 'OpportunityPage');
const OrganisationPage = page(() => import('./programme/OrganisationPage.tsx'), 'OrganisationPage');
const PeoplePage = page(() => import('./programme/PeoplePage.tsx'), 'PeoplePage');
const OutboxPage = page(() => import('./programme/OutboxPage.tsx'), 'OutboxPage');
const AccessLogPage = page(() => import('./programme/AccessLogPage.tsx'), 'AccessLogPage');

export function DeskRoutes() {
  return (
    <Routes>
      <Route path="/desk/sign-in" element={<SignInPage />} />
      <Route path="/desk/forgotten-password" element={<ForgottenPasswordPage />} />
      <Route path="/desk/new-password" element={<NewPasswordPage />} />
      <Route path="/desk" element={<Shell />}>
        <Route index element={<Home />} />
        <Route path="cases" element={<CaseListPage />} />
        <Route path="cases/new-group" element={<NewGroupPage />} />
        <Route path="cases/:id" element={<CasePage />} />
        <Route path="tasks" element={<TaskListPage />} />
        <Route path="tasks/:id" element={<TaskPage />} />
        <Route path="overview" element={<OverviewPage />} />
        <Route path="pathways" element={<PathwayListPage />} />
        <Route path="pathways/:id" element={<PathwayPage />} />
        <Route path="drafts/:id" element={<DraftPage />} />
        <Route path="drafts/:id/impact" element={<ImpactPage />} />
        <Route path="migrations/:id" element={<MigrationPage />} />
        <Route path="opportunities" element={<OpportunityPage />} />
        <Route path="organisations" element={<OrganisationPage />} />
        <Route path="people" element={<PeoplePage />} />
        <Route path="outbox" element={<OutboxPage />} />
        <Route path="access-log" element={<AccessLogPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
