import { useState } from 'react';
import { Button, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { TimesIcon } from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { canTagItems, splitWords, type FormField, type Item } from './schemaForm';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface ItemsFieldProps {
  id: string;
  field: FormField;
  items: Item[];
  onItems: (items: Item[]) => void;
  onDiscover: (() => void) | undefined;
}

/** A list of named things, each with tags of its own where the schema has them. */
export function ItemsField({ id, field, items, onItems, onDiscover }: ItemsFieldProps) {
  const [typed, setTyped] = useState('');
  const taggable = canTagItems(field.schema);
  const add = () => {
    const names = splitWords(typed).filter((name) => !items.some((it) => it.name === name));
    if (names.length > 0) onItems([...items, ...names.map((name) => ({ name, tags: [] }))]);
    setTyped('');
  };
  const replace = (index: number, item: Item) => onItems(items.map((it, place) => (place === index ? item : it)));
  return (
    <>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id={id}
            aria-describedby={`${id}-help`}
            value={typed}
            placeholder={field.placeholder}
            onChange={(_, text) => setTyped(text)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="control" onClick={add} isDisabled={typed.trim() === ''}>
            Add
          </Button>
        </InputGroupItem>
        {onDiscover !== undefined && (
          <InputGroupItem>
            <Button variant="control" onClick={onDiscover}>
              Choose…
            </Button>
          </InputGroupItem>
        )}
      </InputGroup>
      {items.length > 0 && (
        <ul className="pc-items" aria-label={field.label}>
          {items.map((item, index) => (
            <li key={item.name}>
              <span className="pc-grow pc-wrap">
                <ForeignText text={item.name} />
              </span>
              {taggable && <TagsInput item={item} onTags={(tags) => replace(index, { ...item, tags })} />}
              <Button
                variant="plain"
                size="sm"
                icon={<TimesIcon />}
                aria-label={visible(`Remove ${item.name}`)}
                onClick={() => onItems(items.filter((it) => it !== item))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TagsInput({ item, onTags }: { item: Item; onTags: (tags: string[]) => void }) {
  const [text, setText] = useState(item.tags.join(', '));
  return (
    <TextInput
      className="pc-item-tags"
      aria-label={visible(`Tags of ${item.name}`)}
      placeholder="tags"
      value={text}
      onChange={(_, next) => {
        setText(next);
        onTags(splitWords(next));
      }}
    />
  );
}
