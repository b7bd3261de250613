import { lazy, Suspense } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';
import { TimelinePage } from '../timeline/TimelinePage';
import { Loading } from '../common/states';
import { Caller, MembersOnly } from './Caller';
import { Crash } from './Crash';
import { newQueryClient } from './queries';
import { Session } from './Session';
import { Shell } from './Shell';
import { ToastProvider } from './Toasts';
import { UnknownPage } from './UnknownPage';

const IntegrationsPage = lazy(() => import('../integrations/IntegrationsPage'));
const IntegrationPage = lazy(() => import('../integrations/IntegrationPage'));
const NewIntegrationPage = lazy(() => import('../integrations/NewIntegrationPage'));
const ConnectPage = lazy(() => import('../connect/ConnectPage'));
const FlowPage = lazy(() => import('../connect/FlowPage'));
const RepositoriesPage = lazy(() => import('../repositories/RepositoriesPage'));
const SubscriptionsPage = lazy(() => import('../subscriptions/SubscriptionsPage'));
const DeliveryPage = lazy(() => import('../delivery/DeliveryPage'));
const TeamsPage = lazy(() => import('../teams/TeamsPage'));
const PeoplePage = lazy(() => import('../people/PeoplePage'));
const FieldsPage = lazy(() => import('../settings/FieldsPage'));
const AccessPage = lazy(() => import('../access/AccessPage'));
const InvitationPage = lazy(() => import('../access/InvitationPage'));
const SystemPage = lazy(() => import('../system/SystemPage'));

const queryClient = newQueryClient();

const router = createBrowserRouter([
  {
    element: (
      <Session>
        <ToastProvider>
          <Caller>
            <Outlet />
          </Caller>
        </ToastProvider>
      </Session>
    ),
    errorElement: <Crash />,
    children: [
      {
        path: '/invitation',
        element: (
          <Suspense fallback={<Loading what="the invitation" />}>
            <InvitationPage />
          </Suspense>
        ),
      },
      {
        element: (
          <MembersOnly>
            <Shell />
          </MembersOnly>
        ),
        children: [
          {
            errorElement: <Crash />,
            children: [
              { path: '/', element: <TimelinePage /> },
              { path: '/integrations', element: <IntegrationsPage /> },
              { path: '/integrations/new/:type', element: <NewIntegrationPage /> },
              { path: '/integrations/new/:type/connect', element: <ConnectPage /> },
              { path: '/integrations/connect/:flow', element: <FlowPage /> },
              { path: '/integrations/:id', element: <IntegrationPage /> },
              { path: '/integrations/:id/repositories', element: <RepositoriesPage /> },
              { path: '/subscriptions', element: <SubscriptionsPage /> },
              { path: '/delivery', element: <DeliveryPage /> },
              { path: '/teams', element: <TeamsPage /> },
              { path: '/people', element: <PeoplePage /> },
              { path: '/fields', element: <FieldsPage /> },
              { path: '/access', element: <AccessPage /> },
              { path: '/system', element: <SystemPage /> },
              { path: '*', element: <UnknownPage /> },
            ],
          },
        ],
      },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
