import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { makeQueryClient } from './api/queries.ts';
import { styleNonce } from './nonce.ts';
import { DeskRoutes } from './routes.tsx';
import { Announcements } from './shell/Announcements.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { PageSkeleton } from './shell/PageSkeleton.tsx';
import { theme } from './theme/theme.ts';

/** The workplace: case managers, partners, coordinators. */
export function Desk() {
  const [client] = useState(makeQueryClient);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <ErrorBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <DeskRoutes />
            </Suspense>
          </ErrorBoundary>
        </BrowserRouter>
        <Announcements />
      </QueryClientProvider>
    </MantineProvider>
  );
}
