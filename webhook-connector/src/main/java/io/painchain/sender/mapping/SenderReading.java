package io.painchain.sender.mapping;

import java.util.List;

import io.painchain.model.event.EventDraft;

/** @param reason a sentence where there is no draft, else null */
public record SenderReading(List<EventDraft> drafts, String reason) {

    static SenderReading of(EventDraft draft) {
        return new SenderReading(List.of(draft), null);
    }

    static SenderReading ignored(String reason) {
        return new SenderReading(List.of(), reason);
    }
}
