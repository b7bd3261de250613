import type { EventView } from '../api/types';
import { useRead } from '../app/queries';
import { Failed, Loading } from '../common/states';
import { Time } from '../common/Time';
import { changesBetween, type Change } from './changes';
import { words } from './fields';
import { Value } from './Value';
import { ForeignText } from '../common/ForeignText';
import { Guard } from '../common/Guard';

/** The event's states, the newest first, each with what it changed. */
export function Revisions({ event }: { event: EventView }) {
  const { data, error, refetch } = useRead('/api/events/{id}/revisions', { path: { id: event.id } });
  if (error !== null && data === undefined)
    return <Failed what="The history" error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the history" />;
  if (data.length === 0) return <p className="pc-above">This event is as it first was.</p>;
  const states = [event, ...data];
  return (
    <ol className="pc-revisions" reversed>
      {states.map((state, index) => {
        const before = states[index + 1];
        return (
          <li key={state.revision}>
            <h3>
              {before === undefined ? 'First seen' : `Revision ${state.revision}`}, <Time at={state.updatedAt} />
            </h3>
            {before === undefined ? (
              <p className="pc-quiet">
                <ForeignText text={state.title} />
              </p>
            ) : (
              <Changes changes={changesBetween({ ...before }, { ...state })} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** More of them are read as JSON. */
const MOST_CHANGES = 100;

function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <p className="pc-quiet">Nothing that is shown.</p>;
  return (
    <dl className="pc-changes">
      {changes.slice(0, MOST_CHANGES).map(({ path, before, after }) => {
        const name = path.split('.').at(-1) ?? path;
        return (
          <div key={path}>
            <dt>
              <ForeignText text={words(path.replace(/^data\./, '').replaceAll('.', ' › '))} />
            </dt>
            <dd>
              <del>
                <Guard>
                  <Value name={name} value={before} />
                </Guard>
              </del>{' '}
              <span aria-label="became">→</span>{' '}
              <ins>
                <Guard>
                  <Value name={name} value={after} />
                </Guard>
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
