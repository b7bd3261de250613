import { useState } from 'react';
import {
  Badge,
  Divider,
  Menu,
  MenuContainer,
  MenuContent,
  MenuItem,
  MenuList,
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  SearchInput,
} from '@patternfly/react-core';
import { useRef } from 'react';
import { searchable, visible } from '../common/foreign';

interface ChoiceFilterProps {
  title: string;
  options: readonly string[];
  chosen: readonly string[];
  label: (value: string) => string;
  /** Whether what is typed may be chosen though it is not offered. */
  allowsOther: boolean;
  onChosen: (values: string[]) => void;
}

const SHOWN = 200;
const SEARCH_FROM = 8;

/** A menu of values to tick, with a search where there are many. */
export function ChoiceFilter({ title, options, chosen, label, allowsOther, onChosen }: ChoiceFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const toggle = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const all = [...new Set([...chosen, ...options])];
  const wanted = searchable(typed.trim());
  const found = all.filter((value) => searchable(`${value} ${visible(label(value))}`).includes(wanted)).slice(0, SHOWN);
  const other =
    allowsOther && wanted !== '' && !all.some((value) => searchable(value) === wanted) ? typed.trim() : null;
  const flip = (value: string) => {
    onChosen(chosen.includes(value) ? chosen.filter((it) => it !== value) : [...chosen, value]);
    if (value === other) setTyped('');
  };

  const button = (
    <MenuToggle
      ref={toggle}
      onClick={() => setOpen(!isOpen)}
      isExpanded={isOpen}
      badge={chosen.length > 0 ? <Badge isRead>{chosen.length}</Badge> : undefined}
    >
      {title}
    </MenuToggle>
  );
  const list = (
    <Menu ref={menu} onSelect={(_, value) => flip(String(value))} isScrollable className="pc-choices">
      {(allowsOther || all.length >= SEARCH_FROM) && (
        <>
          <MenuSearch>
            <MenuSearchInput>
              <SearchInput
                aria-label={`Search: ${title}`}
                value={typed}
                onChange={(_, text) => setTyped(text)}
                onClear={() => setTyped('')}
              />
            </MenuSearchInput>
          </MenuSearch>
          <Divider />
        </>
      )}
      <MenuContent maxMenuHeight="20rem">
        <MenuList aria-label={title}>
          {found.map((value) => (
            <MenuItem key={value} itemId={value} hasCheckbox isSelected={chosen.includes(value)}>
              {visible(label(value))}
            </MenuItem>
          ))}
          {other !== null && (
            <MenuItem itemId={other} hasCheckbox isSelected={false}>
              Use “{visible(other)}”
            </MenuItem>
          )}
          {found.length === 0 && other === null && <MenuItem isDisabled>Nothing to choose</MenuItem>}
        </MenuList>
      </MenuContent>
    </Menu>
  );
  return (
    <MenuContainer
      isOpen={isOpen}
      onOpenChange={setOpen}
      menu={list}
      menuRef={menu}
      toggle={button}
      toggleRef={toggle}
      popperProps={{ preventOverflow: true }}
    />
  );
}
