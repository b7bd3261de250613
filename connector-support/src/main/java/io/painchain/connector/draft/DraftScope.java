package io.painchain.connector.draft;

import java.time.Instant;
import java.util.List;

public interface DraftScope {

    String connector();

    /** The provider's clock at its last answer; {@code null}: none yet. */
    Instant answeredAt();

    String integrationId();

    String project();

    List<String> tags();
}
