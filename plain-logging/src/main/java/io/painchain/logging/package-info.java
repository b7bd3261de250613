/** What every log line passes before it is written, whoever wrote it. Depends on nothing of ours. */
package io.painchain.logging;
