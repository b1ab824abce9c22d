import { useGraphiQLActions } from '@graphiql/react';
import type { Failure } from './failure';

export function FailureNotice({ failure }: { failure: Failure | null }) {
  const { introspect, run } = useGraphiQLActions();
  if (!failure) return null;

  return (
    <div className="failure" role="alert">
      <p>
        <strong>{failure.title}</strong> {failure.advice}
      </p>
      {!failure.recovers && (
        <button
          type="button"
          onClick={() => {
            void introspect();
            void run();
          }}
        >
          Try again
        </button>
      )}
    </div>
  );
}
