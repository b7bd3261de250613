package io.painchain.connector.draft;

import java.util.List;

/** What all drafts of one repository share. */
public interface DraftScope {

    /** The connector's type. */
    String connector();

    String integrationId();

    String project();

    List<String> tags();
}
