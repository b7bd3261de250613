package io.painchain.connector.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.model.event.EventDraft;

/** Puts a draft together and fits it to the contract's limits. */
public final class DraftBuilder {

    private final DraftScope scope;
    private final String type;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private boolean complete = true;
    private boolean factsTold;
    private String externalId;
    private String title;
    private Instant timestamp;
    private Instant endTimestamp;
    private Instant asOf;
    private String description;
    private String author;
    private String url;
    private String status;
    private String entity;

    private DraftBuilder(DraftScope scope, String type) {
        this.scope = scope;
        this.type = type;
        data.put("repository", scope.project());
    }

    public static DraftBuilder of(DraftScope scope, String type) {
        return new DraftBuilder(scope, type);
    }

    public DraftBuilder externalId(String value) {
        externalId = value;
        return this;
    }

    public DraftBuilder title(String value) {
        title = value;
        return this;
    }

    public DraftBuilder at(Instant begin, Instant end) {
        timestamp = begin;
        endTimestamp = end == null || !end.isBefore(begin) ? end : begin;
        return this;
    }

    public DraftBuilder at(Instant moment) {
        return at(moment, null);
    }

    public DraftBuilder asOf(Instant value) {
        asOf = value;
        return this;
    }

    public DraftBuilder description(String value) {
        description = value;
        return this;
    }

    public DraftBuilder author(String value) {
        author = value;
        return this;
    }

    public DraftBuilder url(String value) {
        url = value;
        return this;
    }

    public DraftBuilder status(String value) {
        status = value;
        return this;
    }

    public DraftBuilder entity(String value) {
        entity = value;
        return key(value);
    }

    /** For things that everything has to do with, such as a branch: they would link all with all. */
    public DraftBuilder entityAlone(String value) {
        entity = value;
        return this;
    }

    public DraftBuilder key(String value) {
        if (value != null && !keys.contains(value)) {
            keys.add(value);
        }
        return this;
    }

    /** A fact; left out where there is none, so that it takes nothing away that a richer source stored. */
    public DraftBuilder data(String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
        return this;
    }

    /** A fact that ought to be there: named as missing where this source does not tell it. */
    public DraftBuilder fact(String key, Object value) {
        factsTold = true;
        if (value == null) {
            missing.add(key);
        }
        return data(key, value);
    }

    /** Nobody asked for some of the facts: what was said of missing ones before stands. */
    public DraftBuilder partly() {
        complete = false;
        return this;
    }

    public EventDraft build() {
        if (!missing.isEmpty()) {
            data.put("missing", List.copyOf(missing));
        } else if (factsTold && complete) {
            // What a thinner source missed is there now.
            data.put("missing", null);
        }
        return DraftLimits.fit(new EventDraft(title, scope.connector(), scope.project(), timestamp, endTimestamp, externalId,
                scope.integrationId(), asOf, type, description, author, url, status, scope.tags(), entity, List.copyOf(keys),
                data));
    }
}
