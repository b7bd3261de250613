import { ToolbarFilter } from '@patternfly/react-core';
import { useRead } from '../app/queries';
import { ChoiceFilter } from './ChoiceFilter';
import type { ChangeFilters, Filters } from './filters';
import { visible } from '../common/foreign';

/** One team at a time: the events that carry any of its tags. */
export function TeamFilter({ filters, onFilters }: { filters: Filters; onFilters: ChangeFilters }) {
  const { data } = useRead('/api/teams');
  const teams = data ?? [];
  const name = (id: string) => teams.find((team) => team.id === id)?.name ?? 'A team that is gone';
  const choose = (team: string | null) => onFilters((now) => ({ ...now, team }));
  if (teams.length === 0 && filters.team === null) return null;
  return (
    <ToolbarFilter
      labels={filters.team === null ? [] : [{ key: filters.team, node: visible(name(filters.team)) }]}
      deleteLabel={() => choose(null)}
      categoryName="Team"
    >
      <ChoiceFilter
        title="Team"
        options={teams.map((team) => team.id)}
        chosen={filters.team === null ? [] : [filters.team]}
        label={name}
        allowsOther={false}
        onChosen={(ids) => choose(ids.at(-1) ?? null)}
      />
    </ToolbarFilter>
  );
}
