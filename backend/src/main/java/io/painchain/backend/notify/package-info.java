/** PostgreSQL's NOTIFY and LISTEN: sends after commits, in groups, and hands on what is heard. Knows no feature. */
package io.painchain.backend.notify;
