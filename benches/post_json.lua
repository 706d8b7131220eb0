-- The request that wrk sends again and again: a POST. Its body is the script's one argument.
function init(arguments)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = arguments[1]
end
