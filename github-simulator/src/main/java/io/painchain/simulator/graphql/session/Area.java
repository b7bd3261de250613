package io.painchain.simulator.graphql.session;

/** What a token needs a permission of its own for. */
public enum Area {
    CONTENTS,
    PULL_REQUESTS,
    ISSUES,
    DEPLOYMENTS
}
