package io.painchain.model.validation;

/**
 * The wire contract's limits. Lengths are in UTF-16 code units as {@link String#length()} counts them unless a name says bytes.
 * A connector shortens to these itself; the backend refuses what exceeds them.
 */
public final class Limits {

    public static final int TITLE = 500;
    public static final int CONNECTOR = 64;
    public static final int PROJECT = 512;
    public static final int EXTERNAL_ID = 512;
    public static final int TYPE = 64;
    public static final int DESCRIPTION = 131_072;
    public static final int AUTHOR = 512;
    public static final int URL = 2_048;
    public static final int STATUS = 64;
    public static final int TAGS = 50;
    public static final int TAG = 64;
    public static final int ENTITY = 512;
    public static final int CORRELATION_KEYS = 100;
    public static final int CORRELATION_KEY = 512;
    public static final int DATA_BYTES = 64 * 1024;
    public static final int DATA_DEPTH = 32;
    public static final int BATCH_EVENTS = 1_000;
    public static final int BATCH_BYTES = 8 * 1024 * 1024;
    /** What a connector keeps a batch under, so that the envelope and its checkpoints fit beside it. */
    public static final int CONNECTOR_BATCH_BYTES = 4 * 1024 * 1024;
    public static final int CHECKPOINTS = 1_000;
    public static final int CHECKPOINT_KEY = 512;
    public static final int CHECKPOINT_BYTES = 64 * 1024;
    /** Lines of the ledger in one batch or report. */
    public static final int COVERAGE = 100_000;
    public static final int TASK_RESUME_BYTES = 64 * 1024;
    public static final int TASK_OUTPUT_BYTES = 4 * 1024 * 1024;
    /** Of one delivery of a webhook, as it comes. */
    public static final int DELIVERY_BYTES = 25 * 1024 * 1024;
    public static final int DELIVERY_ID = 200;
    /** Deliveries in one task, and the bytes of their bodies unless one alone has more. */
    public static final int TASK_DELIVERIES = 200;
    public static final int TASK_DELIVERY_BYTES = 4 * 1024 * 1024;
    public static final int INTEGRATION_NAME = 200;
    public static final int CONFIG_BYTES = 1024 * 1024;
    public static final int CONFIG_SCHEMA_BYTES = 256 * 1024;
    public static final int LOGO_BYTES = 64 * 1024;
    /** Of a team or a saved view. */
    public static final int NAME = 200;
    public static final int VIEW_QUERY = 8_000;
    public static final int RETENTION_MONTHS = 120;
    public static final int ERROR = 2_000;

    private Limits() {
    }
}
