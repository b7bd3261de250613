package io.painchain.simulator.api;

/** Something that is not of one repository. */
record AccountTarget(String route, String path, boolean free, Opener opener) implements Target {

    /** Finds what the asker gets to see. */
    @FunctionalInterface
    interface Opener {

        Source open(Inquiry inquiry, TokenGrant grant) throws ApiException;
    }

    @Override
    public Source open(Inquiry inquiry, TokenGrant grant) throws ApiException {
        return opener.open(inquiry, grant);
    }
}
