/** The id that each request and its log lines carry. Knows no feature. */
package io.painchain.backend.requestid;
