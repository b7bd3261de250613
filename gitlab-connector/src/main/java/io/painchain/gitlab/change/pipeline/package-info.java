/** Pipelines, and what failed in them. */
package io.painchain.gitlab.change.pipeline;
