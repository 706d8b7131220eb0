//! Takeovers and failures that really happened in this field, each as a test that drives the service.
